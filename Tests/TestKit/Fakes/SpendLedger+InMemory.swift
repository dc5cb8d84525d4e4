import Finance
import NIOConcurrencyHelpers
public import Ports

extension SpendLedger {
    /// A ledger in memory.
    public static func inMemory() -> SpendLedger {
        let book = NIOLockedValueBox(Book())
        return SpendLedger(
            reserve: { request, caps in book.withLockedValue { $0.reserve(request, caps) } },
            settle: { settlements in
                book.withLockedValue { book in
                    for settlement in settlements { book.settle(settlement) }
                }
            },
            usage: { days in
                let first = max(days.lowerBound, days.upperBound.advanced(by: 1 - SpendLedger.mostDays))
                return book.withLockedValue { book in
                    book.lines.values.filter { (first...days.upperBound).contains($0.day) }.sorted(
                        by: SpendLine.inOrder)
                }
            })
    }

    private struct Book: Sendable {
        struct Line: Hashable { let day: Day, feature: SpendFeature, model: String }
        struct Person: Hashable { let day: Day, user: UserID }

        var open: [String: SpendReservation] = [:]
        var lines: [Line: SpendLine] = [:]
        var people: [Person: Spend] = [:]

        mutating func reserve(_ request: SpendRequest, _ caps: SpendCaps) -> SpendAnswer {
            if let held = open[request.id] { return .granted(held) }
            switch caps.verdict(on: request, at: standing(of: request)) {
            case .refused(let refusal): return .refused(refusal)
            case .fits(let choice):
                let reservation = request.reservation(choice)
                open[request.id] = reservation
                change(reservation, by: reservation.amount) {
                    $0.open += 1
                    $0.reserved += reservation.amount
                }
                return .granted(reservation)
            }
        }

        mutating func settle(_ settlement: SpendSettlement) {
            let reservation = settlement.reservation
            guard open[reservation.id] == reservation else { return }
            open[reservation.id] = nil
            change(reservation, by: settlement.change) {
                $0.open -= 1
                $0.reserved -= reservation.amount
                guard let taken = settlement.taken else { return }
                $0.requests += 1
                $0.promptTokens += taken.promptTokens
                $0.completionTokens += taken.completionTokens
                $0.spent += taken.cost
                if taken.isEstimated { $0.estimated += taken.cost }
            }
        }

        private mutating func change(
            _ reservation: SpendReservation, by change: Spend, _ edit: (inout SpendLine) -> Void
        ) {
            if let user = reservation.person {
                people[Person(day: reservation.day, user: user), default: .zero] += change
            }
            let key = Line(day: reservation.day, feature: reservation.feature, model: reservation.model)
            edit(
                &lines[
                    key,
                    default: SpendLine(
                        day: reservation.day, feature: reservation.feature.rawValue, model: reservation.model)])
        }

        private func standing(of request: SpendRequest) -> SpendStanding {
            let today = lines.values.filter { $0.day == request.day }
            let feature = today.filter { $0.feature == request.feature.rawValue }
            func sum(_ lines: [SpendLine]) -> Spend { lines.reduce(.zero) { $0 + $1.spent + $1.reserved } }
            return SpendStanding(
                person: request.person.flatMap { people[Person(day: request.day, user: $0)] } ?? .zero,
                feature: sum(feature), everyone: sum(today))
        }
    }
}
