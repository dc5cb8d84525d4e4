import Analyses
import Finance
import Flows
import Testing

@Suite("Flow step and its answers")
struct FlowStepValueTests {
    private func options(_ count: Int) -> [FlowStep.Option] {
        (1...count).map { FlowStep.Option("o\($0)", "Option number \($0)") }
    }

    private func sentence(_ step: FlowStep, _ input: FlowInput) -> String? {
        do {
            _ = try step.value(of: input)
            return nil
        } catch {
            return error.sentence
        }
    }

    @Test("a kind follows from what is accepted")
    func kinds() {
        let accepted: [(FlowStep.Accepted, FlowStep.Kind)] = [
            (.text(most: 5), .direct), (.money(least: .zero, most: .limit, span: .inAll), .direct),
            (.choices(least: 1, most: 1, ownWords: nil), .radio),
            (.choices(least: 0, most: 1, ownWords: 9), .radio),
            (.choices(least: 1, most: 2, ownWords: nil), .checkboxes),
        ]
        for (accepted, kind) in accepted {
            #expect(FlowStep("q", "?", accepted: accepted).kind == kind)
        }
    }

    @Test(
        "an amount lies within its bounds, both included",
        arguments: [(9, false), (10, true), (20, true), (21, false)])
    func bounds(pounds: Int64, isIn: Bool) {
        let step = FlowStep(
            "q", "?", accepted: .money(least: Given.pounds(10), most: Given.pounds(20), span: .inAll))
        #expect(
            (try? step.value(of: .number(Double(pounds)))) == (isIn ? .money(Given.pounds(pounds)) : nil))
        #expect(
            (try? step.value(of: .text("£\(pounds)"))) == (isIn ? .money(Given.pounds(pounds)) : nil))
        #expect(
            step.expectation
                == "Please give one amount in pounds between £10.00 and £20.00, for instance £1,200 or 0.")
    }

    @Test("what is put by in all and what a month brings are never taken for each other")
    func spans() throws {
        let all = FlowStep("q", "?", accepted: .money(least: .zero, most: .limit, span: .inAll))
        let month = FlowStep("q", "?", accepted: .money(least: .zero, most: .limit, span: .monthly))
        #expect(
            sentence(all, .text("£200 a month"))?.hasPrefix("That reads like an amount again and again")
                == true)
        #expect(try month.value(of: .text("£200 a month")) == .money(Given.pounds(200)))
        #expect(sentence(month, .text("£24,000 a year"))?.contains("for one month") == true)
        #expect(sentence(month, .text("£200 a week")) == sentence(month, .text("£200 a year")))
        #expect(try all.value(of: .text("200")) == .money(Given.pounds(200)))
    }

    @Test("a number that is no whole penny, no number or too large is refused, never rounded")
    func numbers() {
        let step = FlowStep("q", "?", accepted: .money(least: .zero, most: .limit, span: .inAll))
        for number in [33.333, .nan, .infinity, 1e30, -1] {
            #expect(sentence(step, .number(number)) == step.expectation)
        }
        #expect((try? step.value(of: .number(12.99))) == .money(Money(pence: 1_299)))
        #expect(sentence(step, .list(["5"])) == step.expectation)
    }

    @Test("words are cleaned, bounded and never cut")
    func texts() throws {
        let step = FlowStep("q", "?", accepted: .text(most: 5))
        #expect(try step.value(of: .text("  ab\n\u{202E}cd ")) == .text("ab cd"))
        #expect(try step.value(of: .text("abcde")) == .text("abcde"))
        #expect(
            sentence(step, .text("abcdef"))
                == "That is longer than 5 characters; please say it in fewer words.")
        #expect(sentence(step, .text(" \u{200B} ")) == "Please write it in up to 5 characters.")
        #expect(sentence(step, .number(1)) == step.expectation)
        let huge = String(repeating: "a", count: 16_385)
        #expect(
            sentence(step, .text(huge)) == "That is too long. Please write it in up to 5 characters.")
    }

    @Test(
        "the number of choices is bounded below and above",
        arguments: [(0, false), (1, true), (2, true), (3, false)])
    func choices(count: Int, isIn: Bool) throws {
        let step = FlowStep(
            "q", "?", options: options(4), accepted: .choices(least: 1, most: 2, ownWords: nil))
        let ids = options(4).prefix(count).map(\.id)
        #expect((try? step.value(of: .list(ids))) == (isIn ? .choices(ids) : nil))
        #expect(step.expectation == "Please choose 1 to 2 of 1 to 4.")
    }

    @Test("own words take the place of an option only where they may, and never a number without one")
    func ownWords() throws {
        let radio = FlowStep(
            "q", "?", options: options(2), accepted: .choices(least: 1, most: 1, ownWords: nil))
        let open = FlowStep(
            "q", "?", options: options(2), accepted: .choices(least: 1, most: 1, ownWords: 20))
        #expect(sentence(radio, .text("My cat")) == "Please choose one of 1 to 2.")
        #expect(try open.value(of: .text("My cat")) == .text("My cat"))
        #expect(try open.value(of: .text("2")) == .choices(["o2"]))
        #expect(
            sentence(open, .text("3"))
                == "Please choose one of 1 to 2, or your own words in up to 20 characters.")
        #expect(sentence(open, .text("ab")) == sentence(open, .text("3")))
        #expect(try open.value(of: .text("abc")) == .text("abc"))
    }

    @Test("what is stored is bounded whatever is stored, and a strange step does not trap")
    func strange() {
        let bad: [FlowStep.Accepted] = [
            .money(least: .limit, most: .zero, span: .inAll), .text(most: -1),
            .choices(least: 3, most: -2, ownWords: -5), .choices(least: -1, most: 0, ownWords: 0),
        ]
        for accepted in bad {
            let step = FlowStep("q", "?", accepted: accepted)
            for input in [FlowInput.text("abcd"), .text(""), .number(1), .list([])] {
                _ = try? step.value(of: input)
            }
            #expect(!step.expectation.isEmpty)
        }
    }
}
