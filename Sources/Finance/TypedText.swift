/// Text a person typed, made fit to stand on one line beside text of ours: no control, bidirectional or invisible
/// characters (Unicode tags among them, which can hide a whole message), runs of white space as one space, bounded.
public struct TypedText: Sendable, Hashable {
    /// Longest name that is kept, in Unicode scalars.
    public static let nameLimit = 120

    /// The text that is left; empty when nothing was.
    public let text: String
    /// Whether the end was cut off; the text then ends with an ellipsis.
    public let isCut: Bool

    /// Cleans `raw` and keeps at most `limit` scalars of it.
    public init(_ raw: String, limit: Int = TypedText.nameLimit) {
        if let plain = Self.alreadyClean(raw, limit) {
            text = plain
            isCut = false
            return
        }
        var kept = String.UnicodeScalarView()
        var count = 0
        var owesSpace = false
        for scalar in raw.unicodeScalars {
            if scalar.properties.isWhitespace || Self.isLineControl(scalar) {
                owesSpace = count > 0
            } else if !Self.isHidden(scalar) {
                guard count + (owesSpace ? 1 : 0) < limit else {
                    text = String(kept) + "…"
                    isCut = true
                    return
                }
                if owesSpace { kept.append(" ") }
                kept.append(scalar)
                count += owesSpace ? 2 : 1
                owesSpace = false
            }
        }
        text = String(kept)
        isCut = false
    }

    /// Most names are printable ASCII without a double space: those are returned as they are.
    private static func alreadyClean(_ raw: String, _ limit: Int) -> String? {
        guard raw.utf8.count <= limit else { return nil }
        var last: UInt8 = 32
        for byte in raw.utf8 {
            guard (32...126).contains(byte), !(byte == 32 && last == 32) else { return nil }
            last = byte
        }
        return last == 32 && !raw.isEmpty ? nil : raw
    }

    private static func isLineControl(_ scalar: Unicode.Scalar) -> Bool { (9...13).contains(scalar.value) }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Controls of ASCII and Latin-1, the soft hyphen.
        case 0...31, 127...159, 0xAD: true
        // Bidirectional marks, embeddings, overrides and isolates; zero-width space; word joiner; byte order mark.
        case 0x61C, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
        // Interlinear marks, tags, and the variation selectors no typed name needs.
        case 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: true
        default: false
        }
    }
}
