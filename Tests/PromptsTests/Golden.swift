import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#endif

/// Text kept beside the tests, one file each in `Tests/Golden`. With `RECORD=1` in the environment the files are
/// written anew, to be read in the diff before they are committed.
enum Golden {
    static func expect(_ text: String, matches name: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let url = folder.appending(path: "Golden/\(name).txt")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data((text + "\n").utf8).write(to: url)
        }
        let kept = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        let lines = (
            text.split(separator: "\n", omittingEmptySubsequences: false),
            kept.split(separator: "\n", omittingEmptySubsequences: false)
        )
        for (made, expected) in zip(lines.0, lines.1) { #expect(made == expected, "in \(name)") }
        #expect(text + "\n" == kept, "\(name) differs from its golden file")
    }
}
