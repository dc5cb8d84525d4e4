import Analyses
import Finance
import Foundation
import TestKit

/// Ways in which a model gets a number wrong. Each makes false statements of a true one; a statement that happens to be
/// true after all is not given.
enum Mutation: String, CaseIterable {
    case digit, sign, period, name, pace, pence, monthCount, date, percent, sum

    /// False forms of a reply; `figures` are all figures of the person, to know what would be true.
    func mutants(of reply: Reply, among figures: [Figure], _ random: inout SeededGenerator) -> [String] {
        switch self {
        case .digit: digits(reply, figures, &random)
        case .sign: signs(reply)
        case .period: periods(reply, figures)
        case .name: names(reply, figures)
        case .pace: paces(reply)
        case .pence: pence(reply)
        case .monthCount: monthCounts(reply)
        case .date: dates(reply, figures)
        case .percent: percents(reply, figures, &random)
        case .sum: sums(reply, figures)
        }
    }

    /// One digit changed, or two neighbours swapped.
    private func digits(_ reply: Reply, _ figures: [Figure], _ random: inout SeededGenerator) -> [String] {
        guard case .money = reply.figure.value else { return [] }
        return reply.values { text in
            let characters = Array(text)
            let places = characters.indices.filter { characters[$0].isNumber }
            var swapped = characters
            if let place = places.dropLast().first(where: {
                characters[$0 + 1].isNumber && characters[$0] != characters[$0 + 1]
            }) {
                swapped.swapAt(place, place + 1)
            }
            var changed = characters
            let place = places.randomElement(using: &random) ?? 0
            let digit = (characters[place].wholeNumberValue ?? 0) + Int.random(in: 1...8, using: &random)
            changed[place] = Character(String(digit % 10))
            return [String(swapped), String(changed)].filter { $0 != text }
        }
    }

    /// Left said for short and the other way round, a rise for a fall, a minus put before what is owed or earned.
    private func signs(_ reply: Reply) -> [String] {
        let opposites = reply.pieces.indices.compactMap { place -> String? in
            guard case .sign(_, let opposite) = reply.pieces[place] else { return nil }
            return reply.with(place, .text(opposite))
        }
        guard case .money(let money) = reply.figure.value, money > .zero else { return opposites }
        return opposites + reply.values { ["-" + $0] }
    }

    /// Another month than the figure's, for which the same measure is another number or none.
    private func periods(_ reply: Reply, _ figures: [Figure]) -> [String] {
        reply.pieces.indices.flatMap { place -> [String] in
            guard case .month(let month) = reply.pieces[place] else { return [] }
            return [-1, 1, -2, 12].map(month.advanced).filter { other in
                !figures.contains {
                    $0.window == other.description && $0.measure == reply.figure.measure
                        && $0.recordName == reply.figure.recordName && $0.value == reply.figure.value
                }
            }.map { reply.with(place, .month($0)) }
        }
    }

    /// Another record of the person, which has another number in the same measure.
    private func names(_ reply: Reply, _ figures: [Figure]) -> [String] {
        let alike = figures.filter { $0.measure == reply.figure.measure && $0.value != reply.figure.value }
        return reply.pieces.indices.flatMap { place -> [String] in
            guard case .name(let name) = reply.pieces[place] else { return [] }
            return Set(alike.compactMap(\.recordName)).filter { $0 != name }.sorted().prefix(3)
                .map { reply.with(place, .name($0)) }
        }
    }

    private func paces(_ reply: Reply) -> [String] {
        let swaps = ["month": ["year", "week"], "year": ["month", "week"]]
        return reply.pieces.indices.flatMap { place -> [String] in
            guard case .pace(let pace) = reply.pieces[place] else { return [] }
            return swaps.filter { pace.contains($0.key) }.flatMap { unit, others in
                others.map { reply.with(place, .pace(pace.replacingOccurrences(of: unit, with: $0))) }
            }
        }
    }

    /// Pence for pounds and pounds for pence.
    private func pence(_ reply: Reply) -> [String] {
        guard case .money(let money) = reply.figure.value, money > .zero else { return [] }
        return reply.values { text in
            [
                Money(pence: money.pence * 100).description, "\(money.pence / 100)p",
                Money(pence: money.pence / 100).description,
            ]
            .filter { $0 != text && $0 != "£0.00" && $0 != "0p" }
        }
    }

    private func monthCounts(_ reply: Reply) -> [String] {
        guard case .months(let count) = reply.figure.value else { return [] }
        return reply.values { _ in
            [count + 1, count + 12, max(2, count - 1)].filter { $0 != count }.map { "\($0) months" }
        }
            + reply.values { _ in ["\(count) years"] }
    }

    private func dates(_ reply: Reply, _ figures: [Figure]) -> [String] {
        guard case .day(let day) = reply.figure.value else { return [] }
        let days = [day.advanced(by: 1), day.advanced(by: -9), day.advanced(byMonths: 1), day.advanced(byMonths: 12)]
        let same = figures.filter { $0.measure == reply.figure.measure && $0.recordName == reply.figure.recordName }
        return days.filter { day in !same.contains { $0.value == .day(day) } }.flatMap { shifted in
            reply.values { _ in [shifted.words] }
        }
    }

    private func percents(_ reply: Reply, _ figures: [Figure], _ random: inout SeededGenerator) -> [String] {
        guard case .percent(let percent) = reply.figure.value else { return [] }
        let shift = Double(Int.random(in: 1...6, using: &random))
        return reply.values { text in
            [percent + shift, percent * 10, percent + 0.1].map { Figure.Value.percent($0).printed }.filter {
                $0 != text
            }
        }
    }

    /// A sum or difference that no code computed.
    private func sums(_ reply: Reply, _ figures: [Figure]) -> [String] {
        guard case .money(let money) = reply.figure.value else { return [] }
        let amounts = figures.compactMap { figure -> Money? in
            if case .money(let other) = figure.value, other != money, other > .zero { other } else { nil }
        }
        let known = Set(amounts.map(\.magnitude) + [money.magnitude])
        return amounts.prefix(1).flatMap { [$0 + money, $0 - money] }
            .filter { !known.contains($0.magnitude) && $0 != .zero }
            .map { "\(reply.text) Together that makes \($0.magnitude)." }
    }
}

extension Reply {
    /// The reply with its number in each of other forms.
    func values(_ others: (String) -> [String]) -> [String] {
        pieces.indices.flatMap { place -> [String] in
            guard case .value(let text) = pieces[place] else { return [] }
            return others(text).map { with(place, .value($0)) }
        }
    }
}
