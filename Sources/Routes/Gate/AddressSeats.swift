internal import NIOConcurrencyHelpers

/// How many sockets each address has open. Only addresses with a socket are remembered, so that this grows with the
/// sockets there are and not with the addresses there have been.
final class AddressSeats: Sendable {
    private let limit: Int
    private let seats = NIOLockedValueBox<[String: Int]>([:])

    init(limit: Int) { self.limit = limit }

    /// How many addresses have a socket.
    var addresses: Int { seats.withLockedValue { $0.count } }

    /// Whether this address has as many as it may. Asked before the upgrade, when there still is an answer to give.
    func isFull(_ address: String) -> Bool { seats.withLockedValue { $0[address, default: 0] >= limit } }

    /// Takes a seat; false when handshakes beside this one were faster.
    func take(_ address: String) -> Bool {
        seats.withLockedValue { seats in
            guard seats[address, default: 0] < limit else { return false }
            seats[address, default: 0] += 1
            return true
        }
    }

    /// Gives one back.
    func leave(_ address: String) {
        seats.withLockedValue { seats in
            guard let taken = seats[address] else { return }
            seats[address] = taken > 1 ? taken - 1 : nil
        }
    }
}
