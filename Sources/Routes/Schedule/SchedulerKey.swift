internal import HTTPTypes
internal import Hummingbird

/// The key of programs that start runs (contract 9, `SCHEDULER_API_KEY`).
struct SchedulerKey: Sendable {
    private let key: [UInt8]?

    /// Without a key nobody gets in.
    init(_ key: String?) { self.key = key.map { Array($0.utf8) } }

    /// Lets in whoever sends the key in `X-API-KEY`, once.
    func admit(_ request: Request) throws(Problem) {
        let given = request.headers[values: Self.header]
        guard given.count == 1, let first = given.first, matches(first) else { throw Problem.schedulerKey }
    }

    /// Takes as long for a wrong key as for the right one: how far they agree is not to be measured.
    func matches(_ text: String) -> Bool {
        guard let key, !key.isEmpty else { return false }
        var difference = text.utf8.count ^ key.count
        for (place, byte) in text.utf8.enumerated() { difference |= Int(byte ^ key[place % key.count]) }
        return difference == 0
    }

    private static let header: HTTPField.Name = {
        guard let name = HTTPField.Name("X-API-KEY") else { preconditionFailure("a header's name is fixed") }
        return name
    }()
}
