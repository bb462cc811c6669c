//! Load by `wrk`, and `nginx` as the yardstick.

use std::path::Path;
use std::process::Stdio;

use tokio::process::{Child, Command};

/// What a run of `wrk` measured.
#[derive(Clone, Debug)]
pub(crate) struct Load {
    pub(crate) per_second: f64,
    pub(crate) p50: String,
    pub(crate) p99: String,
}

/// Asks for `url` over 32 connections for `seconds`. With a script, it decides what is asked.
pub(crate) async fn wrk(url: &str, cookie: Option<&str>, script: Option<&Path>, seconds: u64) -> Load {
    let mut command = Command::new("wrk");
    command.args(["-t1", "-c32", "--latency", &format!("-d{seconds}s")]);
    if let Some(cookie) = cookie {
        command.args(["-H", &format!("Cookie: {cookie}")]);
    }
    if let Some(script) = script {
        command.arg("-s").arg(script);
    }
    let output = command.arg(url).output().await.expect("wrk runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "wrk {url}: {text}{}", String::from_utf8_lossy(&output.stderr));
    assert!(!text.contains("Non-2xx"), "{url} answers with errors: {text}");
    let after = |name: &str| {
        let line = text.lines().find_map(|line| line.trim().strip_prefix(name));
        line.unwrap_or_else(|| panic!("wrk says nothing of {name}: {text}")).trim().to_owned()
    };
    Load {
        per_second: after("Requests/sec:").parse().expect("a number"),
        p50: after("50%"),
        p99: after("99%"),
    }
}

/// nginx, serving files.
pub(crate) struct Nginx {
    child: Child,
    /// `http://…` where it listens.
    pub(crate) base: String,
}

impl Nginx {
    /// Serves `folder`, as fast as nginx can: no log, `sendfile`, open files kept.
    pub(crate) async fn serve(folder: &Path) -> Self {
        let port =
            std::net::TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a port").port();
        let home = folder.display();
        let configuration = format!(
            "worker_processes auto; daemon off; pid {home}/pid; error_log {home}/error.log; user root;\n\
             events {{ worker_connections 1024; }}\n\
             http {{ access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; default_type text/html;\n\
             open_file_cache max=1000; open_file_cache_valid 60s;\n\
             client_body_temp_path {home}/t1; proxy_temp_path {home}/t2; fastcgi_temp_path {home}/t3;\n\
             uwsgi_temp_path {home}/t4; scgi_temp_path {home}/t5;\n\
             server {{ listen 127.0.0.1:{port}; root {home}; }} }}\n"
        );
        let file = folder.join("nginx.conf");
        std::fs::write(&file, configuration).expect("written");
        let child = Command::new("nginx")
            .arg("-c")
            .arg(&file)
            .args(["-e", &format!("{home}/error.log")])
            .stderr(Stdio::null())
            .spawn()
            .expect("nginx starts");
        let nginx = Self { child, base: format!("http://127.0.0.1:{port}") };
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        nginx
    }

    /// Ends it in good order; its workers end with it.
    pub(crate) async fn stop(mut self) {
        let id = self.child.id().expect("it runs").to_string();
        let _ = Command::new("kill").args(["-TERM", &id]).status().await;
        let _ = self.child.wait().await;
    }
}
