package org.dongvon.group.change;

import org.dongvon.group.CreditGroups;
import org.dongvon.group.MoveMembers;
import org.springframework.stereotype.Component;

/** What every change of a group works with. */
@Component
record Desk(GroupBook book, GroupRules rules, GroupWrites writes, CreditGroups groups, MoveMembers moves) {}
