package org.dongvon.shared.timeline;

/** A page's model that has a history: the page finds it as {@code timeline}, and shows it by {@code fragments/timeline}. */
public interface HasTimeline {

    /** Whose history it is. */
    Subject subject();
}
