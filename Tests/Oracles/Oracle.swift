// What strangers send is read by eight pieces of code. For each there is one function that takes any bytes whatever and
// throws when a promise about them is broken. `make fuzz` calls it millions of times with bytes that libFuzzer finds;
// `OraclesTests` calls it with the committed seeds and with every input that was ever found to break it.
//
// The first byte of an input is no content: it chooses limits, modes and where the rest is cut into pieces.

/// A promise about one reader of strangers' bytes, checked for any bytes.
public struct Oracle: Sendable {
    /// The folder of its seeds.
    public let name: String
    private let promise: @Sendable (UInt8, [UInt8]) throws -> Void

    /// Throws a `BrokenPromise`, or crashes, when the code under test is wrong about this input.
    public func check(_ input: [UInt8]) throws {
        guard let choice = input.first else { return }
        try promise(choice, Array(input.dropFirst()))
    }

    /// All of them.
    public static func all() async throws -> [Oracle] {
        let tokens = try await TokenOracle()
        return [
            Oracle(name: "frames", promise: FrameOracle.check),
            Oracle(name: "deflate", promise: DeflateOracle.check),
            Oracle(name: "upgrade", promise: UpgradeOracle.check),
            Oracle(name: "sse", promise: StreamOracle.check),
            Oracle(name: "bson", promise: BSONOracle.check),
            Oracle(name: "records", promise: RecordOracle.check),
            Oracle(name: "jwt", promise: tokens.check),
            Oracle(name: "chat", promise: ClientFrameOracle.check),
        ]
    }
}
