public import Drafts

/// A model's eyes: reads one receipt. The file is sent where the model is, for this one call, and kept nowhere.
public struct Receipts: Sendable {
    /// Gives the model's answer as it stands, for `ReceiptReading` to judge. `safetyID` is a one-way hash of the person.
    ///
    /// Throws `refused` where the model takes no such file, and what any other call to a model throws.
    public var read: @Sendable (_ file: ReceiptFile, _ safetyID: String) async throws(PortError) -> String

    /// A port of this closure.
    public init(read: @escaping @Sendable (ReceiptFile, String) async throws(PortError) -> String) {
        self.read = read
    }
}
