// node compare.mjs MODULE.wasm FINDINGS.json: lives as many futures of the baseline in the module as the
// program did, and holds what is found of each target against what the program found.
import { readFileSync } from "node:fs";

const [module, file] = process.argv.slice(2);
const native = JSON.parse(readFileSync(file, "utf8"));
const compiled = new WebAssembly.Module(readFileSync(module));
// Crates for browsers are linked in and never called: what they ask of a host is refused if it is used.
const refused = {};
for (const { module: from, name } of WebAssembly.Module.imports(compiled)) {
    (refused[from] ??= {})[name] = () => {
        throw new Error(`the module called ${name} of its host`);
    };
}
const { live, findings, memory } = new WebAssembly.Instance(compiled, refused).exports;
const began = performance.now();
const length = live(native.replicates.end);
const seconds = ((performance.now() - began) / 1000).toFixed(1);
const text = new TextDecoder().decode(new Uint8Array(memory.buffer, findings(), length));
const here = JSON.parse(text);

// One text for equal values, whatever the order of fields.
const sorted = (_, value) =>
    value && !Array.isArray(value) && typeof value === "object" ? Object.fromEntries(Object.entries(value).sort()) : value;
const written = (value) => JSON.stringify(value, sorted);
const answers = (found) => new Map(found.targets.map((t) => [t.id, written(t)]));
const [there, lived] = [answers(native), answers(here)];
const moved = [...there].filter(([id, answer]) => lived.get(id) !== answer);
if (there.size === 0 || there.size !== lived.size || moved.length > 0) {
    for (const [id, answer] of moved) {
        console.error(`${id}\n  the program: ${answer}\n  the module:  ${lived.get(id)}`);
    }
    console.error(`${moved.length} of ${there.size} targets differ`);
    process.exit(1);
}
const whole = written(here) === written(native);
console.log(
    `${there.size} targets of ${native.replicates.end} futures are the same to the last digit` +
        ` (${whole ? "and so is all else that is found" : "other findings differ"}); ${seconds} s on one thread`,
);
