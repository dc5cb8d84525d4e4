/// What both sides agreed on about permessage-deflate (RFC 7692). We always ask for no context takeover, both ways, so
/// that nothing is kept between messages. An offer with anything we do not understand or cannot do is passed over.
struct DeflateAgreement: Equatable, Sendable {
    /// The largest window our compressor may use, as its power of two.
    var serverWindowBits: Int32 = 15
    /// Whether the client asked for that limit, which the answer then repeats.
    private var isWindowNamed = false

    /// The value of our `Sec-WebSocket-Extensions`.
    var answer: String {
        let window = isWindowNamed ? "; server_max_window_bits=\(serverWindowBits)" : ""
        return "permessage-deflate; server_no_context_takeover; client_no_context_takeover" + window
    }

    /// The first offer, over all header values in order, that can be kept.
    static func first(of offers: [String]) -> DeflateAgreement? {
        for value in offers {
            for offer in split(value, at: ",") {
                if let agreement = DeflateAgreement(offer: offer) { return agreement }
            }
        }
        return nil
    }

    private init?(offer: String) {
        var parts = Self.split(offer, at: ";")
        guard !parts.isEmpty, parts.removeFirst() == "permessage-deflate" else { return nil }
        var seen: Set<String> = []
        for part in parts {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(Self.trimmed)
            guard let name = pair.first, seen.insert(name).inserted else { return nil }
            guard accept(name, pair.count == 2 ? Self.unquoted(pair[1]) : nil) else { return nil }
        }
    }

    private mutating func accept(_ name: String, _ value: String?) -> Bool {
        switch name {
        case "server_no_context_takeover", "client_no_context_takeover":
            return value == nil
        case "client_max_window_bits":
            return value.map { Self.windowBits($0) != nil } ?? true
        case "server_max_window_bits":
            // zlib cannot make raw deflate data with a window of 256 bytes.
            guard let bits = value.flatMap(Self.windowBits), bits >= 9 else { return false }
            (serverWindowBits, isWindowNamed) = (bits, true)
            return true
        default:
            return false
        }
    }

    private static func windowBits(_ text: String) -> Int32? {
        let names: [String: Int32] = ["8": 8, "9": 9, "10": 10, "11": 11, "12": 12, "13": 13, "14": 14, "15": 15]
        return names[text]
    }

    private static func unquoted(_ text: String) -> String {
        text.count >= 2 && text.hasPrefix("\"") && text.hasSuffix("\"") ? String(text.dropFirst().dropLast()) : text
    }

    private static func split(_ text: String, at separator: Character) -> [String] {
        var parts = [""]
        var isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if character == separator, !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return parts.map(trimmed)
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let start = text.drop { $0 == " " || $0 == "\t" }
        let kept = start.reversed().drop { $0 == " " || $0 == "\t" }
        return String(kept.reversed())
    }
}
