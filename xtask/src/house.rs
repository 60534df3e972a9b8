//! Where things are: the project's folders and the programs on the way to them.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The project's folders.
pub struct House {
    /// The project itself.
    pub root: PathBuf,
    /// Where the set-up puts tools.
    pub tools: PathBuf,
}

impl House {
    /// The project that this program was built from.
    pub fn here() -> Self {
        let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = xtask.parent().unwrap_or(xtask).to_path_buf();
        Self { tools: root.join(".tools"), root }
    }

    /// Where the built site is.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where npm's packages are.
    pub fn packages(&self) -> PathBuf {
        self.tools.join("npm").join("node_modules")
    }

    /// Where a browser is put when the system has none.
    pub fn browsers(&self) -> PathBuf {
        self.tools.join("browsers")
    }

    /// The search path for programs: ours first, then the system's.
    pub fn path(&self) -> OsString {
        let ours = [self.tools.join("bin"), self.packages().join(".bin")];
        let system = env::var_os("PATH").unwrap_or_default();
        env::join_paths(ours.into_iter().chain(env::split_paths(&system))).unwrap_or(system)
    }

    /// The file that `program` names on the search path.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        let file = format!("{program}{}", env::consts::EXE_SUFFIX);
        env::split_paths(&self.path()).map(|folder| folder.join(&file)).find(|path| path.is_file())
    }
}
