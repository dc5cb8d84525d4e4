import Finance

extension Wish {
    /// Asks for the amount when there is none or more than one.
    var amountQuestion: Question? {
        if let several { return severalQuestion(several) }
        guard amounts.count != 1 else { return nil }
        let options = amounts.map { Question.Option(label: $0.description, value: $0.description) }
        let isPayment = purpose == .addExpense || purpose == .addIncome
        let which = "Which of these is the amount?" + (isPayment ? " I can take one payment at a time." : "")
        let text = amounts.isEmpty ? "How much is it, in pounds and pence?" : which
        return Question(.amount, text, options, of: self)
    }

    /// Asks for the day when none could be read, when it could be two, or when it is not one a payment usually has.
    func dayQuestion(_ today: Day) -> Question? {
        if isDayVague { return Question(.day, "Which day was it?", of: self) }
        if days.count > 1 { return Question(.day, "Which day do you mean?", days.map(Self.option), of: self) }
        guard let day = days.first, !isDayConfirmed else { return nil }
        let isUsual = (today.advanced(by: -Self.daysBack)...today).contains(day)
        guard !isUsual else { return nil }
        let text = day > today ? "\(day.words) is still to come. Is that the day?" : "Was it really \(day.words)?"
        return Question(.day, text, [Self.option(day), Self.option(today)], of: self)
    }

    /// Asks which of the person's own categories it belongs to.
    func categoryQuestion(_ name: String, isRequired: Bool = false) -> Question {
        var options = categories.map { tag in
            let isTwice = categories.count { $0.name == tag.name } > 1
            let label = isTwice ? "\(tag.name), \(tag.kind == .household ? "household" : "personal")" : tag.name
            return Question.Option(label: label, value: tag.value)
        }
        if !isRequired { options.append(Question.Option(label: "None of these", value: Self.noCategory)) }
        return Question(.category, "Which category is \(String.quoted(name)) in?", options, of: self)
    }

    /// Asks which record is meant; `all` are those it could be at all when the words fit none.
    func recordQuestion(_ snapshot: Snapshot, among all: [Reference]) -> Question {
        var asking = self
        if records.isEmpty { asking.records = all }
        let options = asking.records.prefix(Question.mostOptions).compactMap { record in
            record.label(in: snapshot).map {
                Question.Option(label: $0, value: "\(record.kind.rawValue):\(record.id)")
            }
        }
        return Question(.record, "Which one do you mean?", Array(options), of: asking)
    }

    static func option(_ day: Day) -> Question.Option { Question.Option(label: day.words, value: day.description) }
}
