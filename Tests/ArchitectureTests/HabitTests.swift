import Foundation
import Testing

/// Habits a compiler does not check, over every line of Sources. Each rule is shown to find a planted fault.
@Suite("Habits")
struct HabitTests {
    struct Rule: Sendable, CustomTestStringConvertible {
        var name: String
        var pattern: @Sendable () -> Regex<Substring>
        var planted: String
        var exempt: @Sendable (SourceFile) -> Bool = { _ in false }
        var testDescription: String { name }
    }

    static let rules: [Rule] = [
        Rule(
            name: "nothing crashes on purpose", pattern: { #/\btry!|\bfatalError\(|\bas! /# },
            planted: "let x = try! f()"),
        Rule(
            name: "unchecked sendability stays in handle files",
            pattern: { #/@unchecked Sendable|nonisolated\(unsafe\)/# }, planted: "final class X: @unchecked Sendable {",
            exempt: { $0.name.hasSuffix("Handle.swift") }),
        Rule(
            name: "every task has an owner", pattern: { #/(?:^|[^.\w])Task(?:\.detached)?\s*\{/# },
            planted: "    Task { await f() }"),
        Rule(
            name: "only the command prints", pattern: { #/(?:^|[^.\w])print\(/# }, planted: "print(x)",
            exempt: { $0.path.contains("/Sources/reho/") || $0.path.contains("/Sources/Terminal/") }),
        Rule(
            name: "nothing is left for later", pattern: { #/\b(?:TODO|FIXME|XXX|HACK)\b/# },
            planted: "let TODO = 1"),
    ]

    @Test("a habit holds in every source file", arguments: rules)
    func habit(_ rule: Rule) throws {
        let planted = SourceFile(name: "Planted.swift", path: "Planted.swift", lines: [rule.planted])
        #expect(planted.code(matching: rule.pattern()).count == 1, "the rule must find its planted fault")
        for file in try SourceFile.all(in: Manifest.root.appendingPathComponent("Sources")) where !rule.exempt(file) {
            let found = file.code(matching: rule.pattern())
            #expect(found.isEmpty, "\(rule.name): \(found.joined(separator: "\n"))")
        }
    }

    @Test("no source file is longer than 400 lines, and half are at most 110")
    func filesAreShort() throws {
        let files = try SourceFile.all(in: Manifest.root.appendingPathComponent("Sources"))
        let lengths = files.map(\.lines.count).sorted()
        try #require(!lengths.isEmpty)
        for file in files { #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines") }
        #expect(lengths[lengths.count / 2] <= 110)
    }

    @Test("no name says nothing")
    func namesSaySomething() throws {
        let empty = #/(?:Util|Utils|Helper|Helpers|Manager|Impl|Common|Misc)\.swift/#
        for file in try SourceFile.all(in: Manifest.root.appendingPathComponent("Sources")) {
            #expect(!file.name.contains(empty), "\(file.path)")
        }
    }
}
