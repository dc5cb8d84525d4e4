import TestKit
import Testing

@testable import Prompts

@Suite("The outgoing lint")
struct OutgoingLintTests {
    private let lint = OutgoingLint(records: ["Car loan", "Barclaycard"])
    private func kinds(_ text: String) -> [OutgoingLint.Finding.Kind] { lint.findings(in: text).map(\.kind) }

    @Test(
        "addresses and numbers outside the configuration are found, dressed up or not",
        arguments: [
            "see debt-help.co.uk", "https://stepchange.org/evil?q=2267", "write to help@stepchange.org.evil.com",
            "go to http://203.0.113.9/x", "www.cheaploans.com", "(example.org/x)", "stepchange.org.evil.com",
            "https://stepchange.org@evil.com", "visit **evil.io**.", "ftp://x.y", "//evil.com/a",
        ])
    func links(text: String) { #expect(kinds(text) == [.link], "\(text)") }

    @Test(
        "telephone numbers outside the configuration are found",
        arguments: [
            "call 0800 111 2222", "ring 0800-111-2222 now", "+44 20 7946 0958", "(020) 7946 0958", "text 85258",
            "call 116 124", "the helpline is 0300 555 2222", "0８00 138 1112", "dial 119",
        ])
    func phones(text: String) { #expect(kinds(text) == [.phone], "\(text)") }

    @Test(
        "what is reviewed, and what only looks like an address or a number, passes",
        arguments: [
            "StepChange: 0800 138 1111, stepchange.org", "https://www.stepchange.org/", "call 116 123", "Call 999.",
            "0808 8020 133", "You have £2,267.51 left.etc", "on 2026-04-20 at 10:00", "£1,200 of £3,300 (36.36%)",
            "e.g. rent", "I can ring up 3 months of it", "between 3 and 4 payments", "0.94% of it", "p.a. and so on",
            "call it 200 pounds", "22/05/2026",
        ])
    func fine(text: String) { #expect(kinds(text) == [], "\(text)") }

    @Test(
        "a product put forward is found, by kind or by name",
        arguments: [
            "I recommend a balance transfer card.", "You could look into a consolidation loan.", "Try Klarna for it.",
            "Consider opening a stocks and shares ISA.", "It may help to take out a personal loan.",
            "Switch to Monzo.", "Invest in bitcoin.", "Apply for a new credit card.", "You should get an index fund.",
        ])
    func products(text: String) { #expect(kinds(text).contains(.product), "\(text)") }

    @Test(
        "an order about a debt is found",
        arguments: [
            "You should pay the Credit card first.", "I recommend clearing your overdraft.", "Pay off your card first.",
            "- Focus on the payday loan.", "You should consolidate your debts.", "It's best to pay off the Car loan.",
            "You need to borrow less on the card.", "So, clear the loan.", "1. Tackle the smallest debt.",
            "My advice is to overpay the mortgage.", "You must stop paying the loan.", "Start with your Barclaycard.",
            "I'd suggest first paying the card.",
        ])
    func directives(text: String) { #expect(kinds(text).contains(.directive), "\(text)") }

    @Test(
        "a claim to have done something is found",
        arguments: [
            "I have done that.", "Your payment has gone through.", "I've paid £50 off the card.",
            "I have just transferred the money.", "I've now updated your budget.", "The change has been saved.",
            "I added the expense for you.", "Done: your transfer has been made.", "I cancelled the subscription.",
        ])
    func claims(text: String) { #expect(kinds(text).contains(.claim), "\(text)") }

    @Test(
        "neutral words, both ways priced, pass",
        arguments: [
            "Paying the Credit card first costs £36.91 less in interest; paying the Car loan first closes it sooner.",
            "If you pay the card first, it is clear in 12 months.", "You pay £150.00 a month on your Credit card.",
            "I cannot say whether you should pay off the card first.", "I do not recommend any loan.",
            "Avoid taking out a payday loan.", "The highest rate is on the Credit card.",
            "You owe £500 on your Barclaycard.",
            "You should be proud of what you saved.", "You could set £50 aside each month.",
            "Your loan is due on 5 May 2026.",
            "A free adviser can help with debts.", "You should see your income by Friday.",
            "I have added up your bills.", "I've looked at your records.", "You have paid £50 off the card.",
            "Your expenses have gone up by £20.", "I have set out both ways below.", "You moved £40 last month.",
            "It has been a good month.", "I made a list of them.", "You can say yes to save the change.",
            "Before you decide, a debt adviser can help.", "Rent comes before cards and loans for most people.",
        ])
    func neutral(text: String) { #expect(kinds(text) == [], "\(text)") }

    @Test("says what to show instead: the address replaced in place, advice as a whole sentence")
    func cleaned() {
        #expect(lint.cleaned("Go to evil.com now. ") == "Go to (link removed) now. ")
        #expect(lint.cleaned("Call 0800 111 2222, or evil.com.") == "Call (telephone removed), or (link removed).")
        #expect(lint.cleaned("- You should pay the card.\n") == "- " + OutgoingLint.directiveLine + "\n")
        #expect(lint.cleaned("Try Klarna. ") == OutgoingLint.productLine + " ")
        #expect(lint.cleaned("All is well.\n") == "All is well.\n" && lint.cleaned("") == "")
        for line in [OutgoingLint.productLine, OutgoingLint.directiveLine, OutgoingLint.claimLine, Redaction.line] {
            #expect(kinds(line) == [])
        }
    }

    @Test("any text is read without trapping, and what is cleaned is clean")
    func fuzz() {
        var random = SeededGenerator(8)
        let parts = [
            "call ", "0800 ", "111 ", "£5 ", "evil.com ", "you should ", "pay ", "card", ". ", "Klarna ", "try ", "+",
            "(", "–", "👩‍👧", "\u{301}",
        ]
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in parts.randomElement(using: &random) ?? ""
            }.joined()
            let clean = SentenceSplitter.sentences(of: text).map(lint.cleaned).joined()
            #expect(
                lint.findings(in: clean).filter { $0.kind == .link || $0.kind == .phone }.isEmpty, "\(text) → \(clean)")
        }
    }
}
