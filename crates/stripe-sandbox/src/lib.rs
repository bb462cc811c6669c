//! A stand-in for the part of Stripe's API that billing calls. For the demo and tests only.
#![recursion_limit = "256"] // The objects are long JSON literals.
mod calendar;
mod chance;
mod error;
mod form;
mod ids;
mod money;
mod objects;
mod world;

pub use world::FinalState;
