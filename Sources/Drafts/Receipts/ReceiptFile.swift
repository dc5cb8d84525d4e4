/// A receipt as a person sent it, for the one call that reads it. It is never written down, coded or logged: no way of
/// printing it shows more than its kind and size.
public struct ReceiptFile: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Largest file that is taken: 5 MiB, as nginx in front counts.
    public static let mostBytes = 5 << 20

    /// What a model can look at.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A picture.
        case jpeg = "image/jpeg"
        /// A picture.
        case png = "image/png"
        /// A picture.
        case webp = "image/webp"
        /// A document.
        case pdf = "application/pdf"

        /// The kind a `Content-Type` names, whatever stands behind a semicolon.
        public init?(contentType: String) {
            let name = contentType.prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" }
            self.init(rawValue: name.lowercased())
        }

        /// Whether a file begins as files of this kind do.
        func begins(_ bytes: [UInt8]) -> Bool {
            switch self {
            case .jpeg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
            case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
            case .webp: bytes.starts(with: Array("RIFF".utf8)) && bytes.dropFirst(8).starts(with: Array("WEBP".utf8))
            case .pdf: bytes.starts(with: Array("%PDF-".utf8))
            }
        }
    }

    /// What it is.
    public let kind: Kind
    /// All of it.
    public let bytes: [UInt8]

    /// Takes a file; nil when its first bytes are not those of its kind, or when it is too large.
    public init?(_ bytes: [UInt8], kind: Kind) {
        guard bytes.count <= Self.mostBytes, kind.begins(bytes) else { return nil }
        self.kind = kind
        self.bytes = bytes
    }

    /// Kind and size.
    public var description: String { "\(kind.rawValue), \(bytes.count) bytes" }
    /// The same.
    public var debugDescription: String { description }
    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
