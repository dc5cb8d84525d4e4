internal import Finance
internal import Ports

// What the closing steps add up over the whole population.
extension NightRun {
    /// People read together where only what we hold of them matters.
    static let page = 500

    /// Everyone, page by page in order of id: `read` may be tried again, what it gives is added once.
    func everyone<Sum, Part: Sendable>(
        into sum: Sum, _ read: ([UserID]) async throws(PortError) -> Part, _ add: (inout Sum, Part) -> Void
    ) async throws -> Sum {
        var sum = sum
        var last: UserID?
        while true {
            let after = last
            let users = try await patiently { () throws(PortError) in try await ports.people.page(after, Self.page) }
            add(&sum, try await patiently { () throws(PortError) in try await read(users) })
            guard users.count == Self.page else { return sum }
            last = users.last
        }
    }
}
