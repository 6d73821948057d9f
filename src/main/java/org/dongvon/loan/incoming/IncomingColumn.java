package org.dongvon.loan.incoming;

/** The columns of a bank's list, in their order. */
public enum IncomingColumn {
    REFERENCE(0),
    ARRIVED_ON(1),
    AMOUNT(2),
    PAYER(3),
    NOTE(4);

    private final int place;

    IncomingColumn(int place) {
        this.place = place;
    }

    /** What stands in this column of a line; nothing where the line ends before it. */
    String of(String[] cells) {
        return place < cells.length ? cells[place] : "";
    }
}
