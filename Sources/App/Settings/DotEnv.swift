/// Reads the `KEY=value` lines of an `.env` file as compose and dotenv do: `export ` before a key, `#` comments, single
/// quotes verbatim, double quotes with `\n`, `\"` and `\\`. A line that is none of these is a fault with its number.
enum DotEnv {
    /// A line that cannot be read.
    struct Fault: Error, Equatable {
        var line: Int
    }

    static func parse(_ text: String) throws(Fault) -> [String: String] {
        var found: [String: String] = [:]
        for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            var line = raw.drop { $0.isWhitespace }
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("export ") { line = line.dropFirst(7).drop { $0.isWhitespace } }
            guard let (key, value) = entry(line) else { throw Fault(line: index + 1) }
            found[key] = value
        }
        return found
    }

    private static func entry(_ line: Substring) -> (String, String)? {
        guard let equals = line.firstIndex(of: "=") else { return nil }
        let key = line[..<equals].filter { !$0.isWhitespace }
        guard !key.isEmpty, key.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }) else {
            return nil
        }
        let rest = line[line.index(after: equals)...].drop { $0.isWhitespace }
        guard let value = value(rest) else { return nil }
        return (key, value)
    }

    private static func value(_ text: Substring) -> String? {
        switch text.first {
        case "'":
            let inside = text.dropFirst()
            return inside.firstIndex(of: "'").map { String(inside[..<$0]) }
        case "\"": return doubleQuoted(text.dropFirst())
        default: return unquoted(text)
        }
    }

    private static func doubleQuoted(_ text: Substring) -> String? {
        var out = ""
        var isEscaped = false
        for character in text {
            switch (isEscaped, character) {
            case (true, "n"): out += "\n"
            case (true, _): out.append(character)
            case (false, "\\"): break
            case (false, "\""): return out
            case (false, _): out.append(character)
            }
            isEscaped = !isEscaped && character == "\\"
        }
        return nil
    }

    /// Up to a `#` that follows white space, without white space at the end.
    private static func unquoted(_ text: Substring) -> String {
        var kept: [Character] = []
        for character in text {
            if character == "#", kept.last?.isWhitespace ?? true { break }
            kept.append(character)
        }
        while let last = kept.last, last.isWhitespace { kept.removeLast() }
        return String(kept)
    }
}

extension Settings {
    /// An `.env` file's variables under the process's own: what is exported wins, unless it is empty.
    public static func merging(envFile text: String, process: [String: String]) throws -> [String: String] {
        try DotEnv.parse(text).merging(process) { file, process in process.isEmpty ? file : process }
    }
}
