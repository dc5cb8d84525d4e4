import Foundation

/// One Swift file, read for its imports and its lines of code.
struct SourceFile {
    var name: String
    var path: String
    var lines: [String]

    /// Every Swift file below `folder`.
    static func all(in folder: URL) throws -> [SourceFile] {
        let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var found: [SourceFile] = []
        while let file = walk?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            found.append(
                SourceFile(
                    name: file.lastPathComponent, path: file.path,
                    lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)))
        }
        return found
    }

    /// Modules named by import lines, whatever their access level or attributes.
    var imports: [String] { lines.compactMap(Self.imported) }

    static func imported(_ line: String) -> String? {
        var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        let before: Set = ["@testable", "@preconcurrency", "public", "package", "internal", "private"]
        while let first = words.first, before.contains(first) { words.removeFirst() }
        guard words.first == "import", words.count >= 2 else { return nil }
        let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
        let module = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
        return module.split(separator: ".").first.map(String.init)
    }

    /// Lines without comments, as `path:number: text` for a readable failure.
    func code(matching pattern: Regex<Substring>) -> [String] {
        lines.enumerated().compactMap { index, line in
            let code = line.range(of: "//").map { String(line[..<$0.lowerBound]) } ?? line
            return code.contains(pattern) ? "\(path):\(index + 1): \(line)" : nil
        }
    }
}
