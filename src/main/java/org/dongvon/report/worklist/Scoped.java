package org.dongvon.report.worklist;

/** The conditions by which the lists' statements keep the reader's scope by themselves. */
final class Scoped {

    /** Of {@code l}, a loan or an application. The case keeps the planner from taking a scope for a handful of rows, or for one. */
    static final String LOAN = """
            case when l.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or l.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or l.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or l.borrower_id = (select shared.scope_person())) then true else false end
            """;

    /** Of {@code x}, what narrowed readers do not see. */
    static final String WHOLE = """
            x.point_id <@ (select shared.scope()) and not (select shared.narrowed())
            """;

    private Scoped() {}
}
