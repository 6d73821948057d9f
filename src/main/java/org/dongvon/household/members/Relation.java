package org.dongvon.household.members;

/** What somebody is to the head of the household (quan hệ với chủ hộ). */
enum Relation {
    HEAD,
    SPOUSE,
    CHILD,
    PARENT,
    SIBLING,
    GRANDCHILD,
    GRANDPARENT,
    CHILD_IN_LAW,
    OTHER
}
