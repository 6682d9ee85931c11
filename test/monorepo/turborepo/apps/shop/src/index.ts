import { createClient, fetchPet } from "@acme/pets";

const { name } = await fetchPet(createClient({}), { id: "rex" });
console.log(`${name} is for sale.`);
