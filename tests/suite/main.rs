//! Stories across modules, through the public faces. One binary, so that it is linked once.

mod cli;
mod driver;
mod home;
mod roster_import;
mod visit;
mod world;
mod xlsx_import;
