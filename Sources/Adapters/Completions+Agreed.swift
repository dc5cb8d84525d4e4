public import Finance
public import Ports

extension Completions {
    /// Asks this one only about people who agreed to it; about everybody else `other` answers, and nothing leaves. What
    /// somebody chose and cannot be read counts as no, and `unreadable` stands before such an answer.
    public func agreed(
        by agrees: @escaping @Sendable (UserID) async throws(PortError) -> Bool, otherwise other: Completions,
        unreadable: String = ""
    ) -> Completions {
        let first = stream
        return Completions(model: model) { request, receive in
            var isAgreed = false
            do throws(PortError) { isAgreed = try await agrees(request.snapshot.person.id) } catch {
                if !unreadable.isEmpty { try await receive(.written(unreadable)) }
            }
            guard isAgreed else { return try await other.stream(request, receive) }
            try await first(request, receive)
        }
    }
}
