//! Notices when the newsroom's scripts were built anew, or for the first time.

fn main() {
    println!("cargo::rerun-if-changed=newsroom/dist");
}
