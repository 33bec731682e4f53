//! Messages that nobody reads in the page are cut out of the module.
//!
//! A panic has no console to write to there, and ends in `unreachable`, which is all that is left of it.
//! serde-wasm-bindgen says in words what it could not read, and `src/web/json.rs` takes null then. These words alone brought
//! in the printing of floats, which nothing else in the page asks for.

use std::collections::BTreeSet;

use walrus::ir::{Call, Const, Instr, InstrLocId, InstrSeq, InstrSeqId, Unreachable, Value, Visitor, dfs_in_order};
use walrus::{FunctionId, FunctionKind, LocalFunction, Module};

/// Parts of the names of functions that never return, as the compiler mangles them: its paths with the length of each name.
const NEVER_RETURN: [&str; 10] = [
    "4core9panicking",
    "16slice_error_fail",
    "16slice_index_fail",
    "6option13expect_failed",
    "6option13unwrap_failed",
    "6result13unwrap_failed",
    "13assert_failed",
    "17len_mismatch_fail",
    "7raw_vec12handle_error",
    "17capacity_overflow",
];

/// What the name of the function begins with that prints what was found in the place of what was expected. Its zero says
/// that all went well.
const PRINTS_NOTHING: &str = "_ZN65_$LT$serde_core..de..Unexpected$u20$as$u20$core..fmt..Display$GT$3fmt";

/// Cuts the messages out of all functions of the module.
pub fn cut(module: &mut Module) {
    let mut ends = BTreeSet::new();
    let names: Vec<_> =
        module.funcs.iter().filter_map(|function| Some((function.id(), function.name.clone()?))).collect();
    for (id, name) in names {
        if name.starts_with(PRINTS_NOTHING) {
            put(module, id, Const { value: Value::I32(0) });
        } else if NEVER_RETURN.iter().any(|part| name.contains(part)) {
            put(module, id, Unreachable {});
            ends.insert(id);
        }
    }
    end_at_calls(module, ends);
}

/// Makes one instruction all that a function does.
fn put(module: &mut Module, id: FunctionId, instruction: impl Into<Instr>) {
    if let FunctionKind::Local(function) = &mut module.funcs.get_mut(id).kind {
        let entry = function.entry_block();
        function.block_mut(entry).instrs = vec![(instruction.into(), InstrLocId::default())];
    }
}

/// Has functions end where they call one that never returns, and where that is at once, those that call them.
fn end_at_calls(module: &mut Module, mut ends: BTreeSet<FunctionId>) {
    let mut known = 0;
    while known < ends.len() {
        known = ends.len();
        for (id, function) in module.funcs.iter_local_mut() {
            end_early(function, &ends);
            if let Some((Instr::Unreachable(_), _)) = function.block(function.entry_block()).instrs.first() {
                ends.insert(id);
            }
        }
    }
}

/// Has each sequence of instructions end where a function is called that never returns.
fn end_early(function: &mut LocalFunction, ends: &BTreeSet<FunctionId>) {
    for id in sequences(function) {
        let instructions = &mut function.block_mut(id).instrs;
        let is_end = |(instruction, _): &(Instr, InstrLocId)| match instruction {
            Instr::Call(Call { func }) => ends.contains(func),
            Instr::Unreachable(_) => true,
            _ => false,
        };
        let Some(end) = instructions.iter().position(is_end) else { continue };
        let what_matters =
            instructions[..end].iter().rposition(|(instruction, _)| !is_only_for_what_follows(instruction));
        instructions.truncate(what_matters.map_or(0, |place| place + 1));
        instructions.push((Unreachable {}.into(), InstrLocId::default()));
    }
}

/// The sequences of a function that can be reached.
fn sequences(function: &LocalFunction) -> Vec<InstrSeqId> {
    struct Sequences(Vec<InstrSeqId>);
    impl<'f> Visitor<'f> for Sequences {
        fn start_instr_seq(&mut self, sequence: &'f InstrSeq) {
            self.0.push(sequence.id());
        }
    }
    let mut found = Sequences(Vec::new());
    dfs_in_order(&mut found, function, function.entry_block());
    found.0
}

/// Whether an instruction does nothing but make a value, which nobody asks for once the function has come to its end.
const fn is_only_for_what_follows(instruction: &Instr) -> bool {
    matches!(
        instruction,
        Instr::Const(_)
            | Instr::LocalGet(_)
            | Instr::LocalSet(_)
            | Instr::LocalTee(_)
            | Instr::GlobalGet(_)
            | Instr::Binop(_)
            | Instr::Unop(_)
            | Instr::Select(_)
            | Instr::Load(_)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::ir::BinaryOp;
    use walrus::{FunctionBuilder, ValType};

    #[test]
    fn a_call_of_what_never_returns_is_an_end() {
        let mut module = Module::default();
        let place = module.locals.add(ValType::I32);
        let panic = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
        let panic = panic.finish(vec![place], &mut module.funcs);
        module.funcs.get_mut(panic).name = Some("_RNvNtCs1_4core9panicking9panic_fmt".to_owned());
        let argument = module.locals.add(ValType::I32);
        let mut careful = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
        careful.func_body().block(None, |block| {
            let out = block.id();
            block.local_get(argument).i32_const(0).binop(BinaryOp::I32Eq).br_if(out);
            block.i32_const(1024).call(panic).unreachable();
        });
        let careful = careful.finish(vec![argument], &mut module.funcs);
        cut(&mut module);
        let function = module.funcs.get(careful).kind.unwrap_local();
        let inner = &function.block(sequences(function)[1]).instrs[..];
        assert!(matches!(inner, [.., (Instr::BrIf(_), _), (Instr::Unreachable(_), _)]), "{inner:?}");
        let is_only_an_end = |id| match &module.funcs.get(id).kind {
            FunctionKind::Local(function) => function.block(function.entry_block()).instrs.len() == 1,
            _ => false,
        };
        assert!(is_only_an_end(panic));
    }
}
