import Foundation
import Testing

/// What the files of a deployment say about safety: lines that somebody could take out without a test of the program
/// noticing.
@Suite("Safety of what is deployed")
struct DeploymentSafetyTests {
    private static func text(_ path: String) throws -> String {
        try String(contentsOf: Manifest.root.appendingPathComponent(path), encoding: .utf8)
    }

    /// Without comments.
    private static func lines(_ path: String) throws -> [String] {
        try text(path).split(separator: "\n").map { line in
            line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
        }.filter { !$0.isEmpty }
    }

    @Test("the image runs as nobody, prints no memory when it crashes, holds no secret and lists its parts")
    func image() throws {
        let lines = try Self.lines("Dockerfile")
        let user = try #require(lines.last { $0.hasPrefix("USER ") })
        #expect(!["USER root", "USER 0"].contains(user))
        #expect(lines.contains { $0.hasPrefix("ENV ") && $0.contains("SWIFT_BACKTRACE=enable=no") })
        #expect(lines.contains("COPY --from=build /out/Package.resolved /usr/share/reho/"))
        #expect(!lines.contains { $0.hasPrefix("ENV ") && $0.contains(#/SECRET|TOKEN|PASSWORD|API_KEY/#) })
    }

    @Test("the container can write to its data alone, gains no rights, leaves no core, and only the proxy has a port")
    func container() throws {
        let text = try Self.text("compose.yaml")
        let parts = text.split(separator: "\n\n").map(String.init)
        let sidecar = try #require(parts.first { $0.contains("\n  sidecar:\n") })
        for line in ["read_only: true", "no-new-privileges:true", "cap_drop: [ALL]", "ulimits: { core: 0 }"] {
            #expect(sidecar.contains(line), "\(line)")
        }
        #expect(parts.filter { $0.contains("\n    ports:") }.allSatisfy { $0.hasPrefix("  nginx:") })
        #expect(!text.contains("seccomp"), "the container runtime's own rules are right")
    }

    @Test("no line of nginx writes what may hold a token, and what is the operator's stays inside")
    func proxy() throws {
        let outer = try Self.lines("nginx/nginx.conf")
        let site = try Self.lines("nginx/conf.d/reho.conf")
        #expect(outer.filter { $0.hasPrefix("error_log") } == ["error_log /dev/stderr crit;"])
        #expect(!site.contains { $0.hasPrefix("error_log") })
        let formats = site.filter { $0.hasPrefix("log_format") }
        #expect(formats.count == 1)
        // `$request_method` and `$request_id` are none of them.
        let forbidden = #/\$(?:request(?![_a-z])|request_uri|args|query_string|http_|arg_|cookie_)/#
        #expect(!formats.contains { $0.contains(forbidden) })
        #expect(site.filter { $0.hasPrefix("access_log") } == ["access_log /dev/stdout safe;"])
        for place in ["/metrics", "/health/ready", "/admin/", "/schedule/"] {
            #expect(site.contains("location \(place) {"), "\(place)")
        }
        #expect(site.count { $0 == "deny all;" } == 2)
        #expect(site.contains("proxy_set_header X-Forwarded-For $remote_addr;"), "nothing a client wrote is passed on")
    }

    @Test("nothing in the sources follows a redirect or stops asking for certificates")
    func outgoing() throws {
        for file in try SourceFile.all(in: Manifest.root.appendingPathComponent("Sources")) {
            let found = file.code(matching: #/verifiesCertificates\s*=\s*false|FOLLOWLOCATION,\s*[1-9]/#)
            #expect(found.isEmpty, "\(found)")
        }
        let handle = try Self.text("Sources/Curl/EasyHandle.swift")
        for line in [
            #"set(CURLOPT_PROTOCOLS_STR, "http,https")"#, "set(CURLOPT_FOLLOWLOCATION, 0)", #"set(CURLOPT_PROXY, "")"#,
        ] { #expect(handle.contains(line), "\(line)") }
        #expect(!handle.contains("CURLOPT_VERBOSE"), "it prints the Authorization header")
    }

    @Test("users are read in two places, and each names its fields")
    func users() throws {
        let files = try SourceFile.all(in: Manifest.root.appendingPathComponent("Sources/Adapters"))
        let reads = files.flatMap { file in file.lines.filter { $0.contains(#""users""#) }.map { (file.name, $0) } }
        #expect(Set(reads.map { $0.0 }) == ["RecordQuery.swift", "People+Mongo.swift"])
        #expect(reads.count == 2)
        let person = try #require(reads.first { $0.0 == "RecordQuery.swift" }).1
        #expect(person.contains("fields: personFields"))
        let page = try Self.text("Sources/Adapters/People+Mongo.swift")
        #expect(page.contains(#"projection: ["_id": 1]"#))
    }
}
