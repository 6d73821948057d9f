package org.dongvon.report.directive40;

import java.util.List;
import org.dongvon.report.PublishedFigure;

/**
 * A published figure, checked.
 *
 * @param kind of check; what it compares is the message {@code claim.<kind>}
 * @param words what was printed
 * @param holds whether the books, or the register of documents, agree with it
 * @param arithmetic the check in numbers, a line each, in the reader's language
 */
record Claim(PublishedFigure figure, String kind, String words, boolean holds, List<String> arithmetic) {}
