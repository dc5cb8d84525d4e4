public import Finance
public import Ports

extension Completions {
    /// Asks this one only about people who agreed to it; about everybody else `other` answers, and nothing leaves.
    public func agreed(
        by agrees: @escaping @Sendable (UserID) async -> Bool, otherwise other: Completions
    ) -> Completions {
        let first = stream
        return Completions(model: model) { request, receive in
            guard await agrees(request.snapshot.person.id) else { return try await other.stream(request, receive) }
            try await first(request, receive)
        }
    }
}
