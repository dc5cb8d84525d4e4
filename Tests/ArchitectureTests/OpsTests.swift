import Foundation
import Testing

/// What an operator is given beside the program: it may name only what there is.
@Suite("Alert rules, dashboard and runbook")
struct OpsTests {
    private static func text(_ path: String) throws -> String {
        try String(contentsOf: CheckingTool.root.appendingPathComponent(path), encoding: .utf8)
    }

    /// Metrics that the sources make.
    private static func made() throws -> Set<String> {
        let root = CheckingTool.root.appendingPathComponent("Sources")
        let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        var names: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            names.formUnion(text.matches(of: /"(sidecar_[a-z_]+)"/).map { String($0.1) })
        }
        return names
    }

    private static func named(in text: String) -> Set<String> {
        Set(text.matches(of: /sidecar_[a-z_]+/).map { String($0.0) }).reduce(into: []) { names, name in
            let ending = ["_bucket", "_count", "_sum"].first { name.hasSuffix($0) } ?? ""
            names.insert(String(name.dropLast(ending.count)))
        }
    }

    @Test(
        "every metric that is named is made",
        arguments: ["ops/prometheus-alerts.yml", "ops/grafana-dashboard.json", "ops/runbook.md"])
    func metrics(path: String) throws {
        let named = Self.named(in: try Self.text(path))
        #expect(named.count > 3)
        #expect(named.subtracting(try Self.made()).isEmpty)
    }

    @Test("every alert has its part of the runbook, and every part an alert or a neighbour that leads to it")
    func runbook() throws {
        let rules = try Self.text("ops/prometheus-alerts.yml")
        let links = Set(rules.matches(of: /runbook: ([a-z-]+)/).map { String($0.1) })
        let headings = try Self.text("ops/runbook.md").split(separator: "\n").filter { $0.hasPrefix("## ") }.map {
            $0.dropFirst(3).lowercased().replacing(" ", with: "-").filter { $0.isLetter || $0 == "-" }
        }
        #expect(links == Set(headings) && headings.count == 11)
    }

    @Test("Prometheus takes the rules as they are")
    func promtool() throws {
        let tool = try CheckingTool("promtool", "check", "rules", "ops/prometheus-alerts.yml")
        #expect(tool.status == 0 && tool.said.contains("11 rules found"), "\(tool.said)")
    }

    @Test("the dashboard is JSON with a panel for each thing that is watched")
    func dashboard() throws {
        let json = try JSONSerialization.jsonObject(with: Data(try Self.text("ops/grafana-dashboard.json").utf8))
        let panels = try #require((json as? [String: Any])?["panels"] as? [[String: Any]])
        #expect(Set(panels.compactMap { $0["id"] as? Int }).count == panels.count && panels.count >= 12)
    }
}
