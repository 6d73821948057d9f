package org.dongvon.supervision.rating;

/** The class of a group: tốt, khá, trung bình, yếu. Its name for people is the message {@code ratingClass.<NAME>}. */
public enum RatingClass {
    GOOD,
    FAIR,
    AVERAGE,
    WEAK
}
