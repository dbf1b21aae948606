package org.hutong.catalogue;

/** Whose word ranks first for an element: the register's for identity and allowances, the person's for phone and habits, the officer's for grids and hazards. */
public enum FirstRank {
    REGISTER, RESIDENT, OFFICER
}
