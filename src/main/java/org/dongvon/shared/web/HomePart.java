package org.dongvon.shared.web;

import org.dongvon.shared.Actor;

/**
 * A section of the home page, offered as a bean by the module that owns its data. The template holds
 * {@code <section th:fragment="part(data)">}.
 */
public interface HomePart {

    /** Where it stands: small numbers come first. */
    int place();

    /** Whether this person's home page has it. */
    boolean isFor(Actor actor);

    /** The template, such as {@code session/home}. */
    String template();

    /** What the template shows. */
    Object load(Actor actor);
}
