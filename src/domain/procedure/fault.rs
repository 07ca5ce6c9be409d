//! Why something cannot be done about a procedure.

use crate::domain::codes::coded;

coded! {
    /// Why something cannot be done.
    ProcedureFault {
        /// It is over, or this step's turn has not come.
        NotItsTurn = "not_its_turn",
        /// Before the step before it, before day 0, or after today.
        DayImpossible = "day_impossible",
        /// Fewer people than the plan asks for.
        TooFewPeople = "too_few_people",
        /// Somebody has to sign who did not.
        NotSigned = "not_signed",
        /// A ground of exclusion is not known, and no reason is given.
        GroundsUnknown = "grounds_unknown",
        /// A ground speaks against it, and no meeting was held.
        GroundHolds = "ground_holds",
        /// The plan names no days, and nobody said how long it hangs.
        NoticeUntilMissing = "notice_until_missing",
        /// The notice is shorter than the plan says.
        NoticeTooShort = "notice_too_short",
        /// It hangs longer than any notice does: a slip of the year.
        NoticeTooLong = "notice_too_long",
        /// The notice is not posted.
        NoticeNotPosted = "notice_not_posted",
        /// The notice still hangs.
        NoticeNotOver = "notice_not_over",
        /// Nobody said whether there were objections.
        ObjectionsNotSaid = "objections_not_said",
        /// An objection without what was found about it.
        FindingMissing = "finding_missing",
        /// An objection was upheld: the procedure is refused.
        ObjectionUpheld = "objection_upheld",
        /// No reason, or nobody who explained it.
        WhyMissing = "why_missing",
        /// The step decides, or its notice hangs: it is done, or the procedure refused.
        CannotBeLeftOut = "cannot_be_left_out",
        /// The plan names no such ground, step or meeting.
        Unknown = "unknown",
        /// The conditions for an elimination are not met.
        NotReady = "not_ready",
        /// They are not all known, or a line is only a reference, and no reason is given.
        ReadyUnknown = "ready_unknown",
        /// The household stands where this leads already.
        StatusImpossible = "status_impossible",
    }
}
