//! A process that ends with everything that it started, whatever happens to the test.

use std::{
    fs,
    process::{Child, Command, ExitStatus, Stdio},
};

/// A running process. It and all that came of it end when it is dropped.
pub(super) struct Tree(Child);

impl Tree {
    /// Starts a program; the error names it.
    pub(super) fn start(command: &mut Command) -> Result<Self, String> {
        let started = command.stdin(Stdio::null()).stderr(Stdio::null()).spawn();
        started.map(Self).map_err(|error| format!("{} does not start: {error}", command.get_program().display()))
    }

    /// How it ended, if it has.
    pub(super) fn ended(&mut self) -> Option<ExitStatus> {
        self.0.try_wait().ok()?
    }

    /// What it prints, to be taken once.
    pub(super) fn output(&mut self) -> Option<std::process::ChildStdout> {
        self.0.stdout.take()
    }
}

impl Drop for Tree {
    fn drop(&mut self) {
        // A driver that is killed alone leaves its browser running, and a browser has processes of its own.
        let children = descendants(self.0.id());
        // It may have ended by itself, and so may they.
        let _ = self.0.kill();
        if !children.is_empty() {
            let mut kill = Command::new("sh");
            kill.args(["-c", "kill -KILL \"$@\"", "sh"]).args(children.iter().map(u32::to_string));
            let _ = kill.stderr(Stdio::null()).status();
        }
        let _ = self.0.wait();
    }
}

/// The processes that came of one, as far as the system tells: `/proc` is that of Linux.
fn descendants(root: u32) -> Vec<u32> {
    let processes = fs::read_dir("/proc").into_iter().flatten();
    let numbers = processes.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok());
    let pairs: Vec<(u32, u32)> = numbers.filter_map(|number| Some((number, parent(number)?))).collect();
    let mut found = vec![root];
    let mut next = 0;
    while let Some(&parent) = found.get(next) {
        found.extend(pairs.iter().filter(|pair| pair.1 == parent).map(|pair| pair.0));
        next += 1;
    }
    found.split_off(1)
}

/// The parent, from a line such as `17 (a name) S 4 …`.
fn parent(process: u32) -> Option<u32> {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    line.rsplit(") ").next()?.split(' ').nth(1)?.parse().ok()
}
