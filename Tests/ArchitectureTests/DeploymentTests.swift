import Foundation
import Testing

/// The image and its neighbours, as far as they can be judged without an engine that builds them.
@Suite("Dockerfile and compose file")
struct DeploymentTests {
    @Test("the linter of Dockerfiles finds nothing")
    func dockerfile() throws {
        let tool = try CheckingTool("\(CheckingTool.peers)/hadolint", "Dockerfile")
        #expect(tool.status == 0 && tool.said.isEmpty, "\(tool.said)")
    }

    @Test("the compose file is one by its specification")
    func compose() throws {
        let tool = try CheckingTool(
            "\(CheckingTool.peers)/check-jsonschema", "--builtin-schema", "vendor.compose-spec", "compose.yaml")
        #expect(tool.status == 0, "\(tool.said)")
    }

    @Test("the image holds what set-up installs for a run, as the packages that have no headers")
    func packages() throws {
        let setup = try String(contentsOf: CheckingTool.root.appendingPathComponent("scripts/setup"), encoding: .utf8)
        let dockerfile = try String(
            contentsOf: CheckingTool.root.appendingPathComponent("Dockerfile"), encoding: .utf8)
        let line = try #require(setup.firstMatch(of: /\npackages=\((.*)\)\n/)).1
        let stages = Array(dockerfile.components(separatedBy: "\nFROM ").dropFirst())
        #expect(stages.count == 2)
        for package in line.split(separator: " ") {
            let needed = package == "libjs-chart.js" ? stages[1] : stages[0]
            #expect(needed.contains(package), "\(package) is not in the image")
        }
        for library in ["curl", "hiredis", "mongoc", "sqlite3", "zlib1g", "tzdata", "ca-certificates"] {
            #expect(stages[1].contains(library), "\(library) is not in the image that runs")
        }
    }
}
