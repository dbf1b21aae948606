package org.hutong.form;

import org.hutong.access.Actor;
import org.hutong.kernel.SubjectId;
import org.hutong.resource.Means;

/**
 * 填写: who fills in a form, for whom, by which means.
 *
 * @param actor  a resident, or an officer who writes down what the person says
 * @param person whom the answers are about
 * @param means  how the person said it
 */
public record Filling(Actor actor, SubjectId person, Means means) {

    /** A resident answers, for himself or herself or for somebody he or she may answer for. */
    public static Filling by(Actor.Resident resident, SubjectId person) {
        return new Filling(resident, person, resident.person().equals(person) ? Means.SELF
                : resident.isAgentOf(person) ? Means.AGENT : Means.FAMILY);
    }

    /** An officer writes down what the person says on the phone or at the door, or has written on paper. */
    public static Filling through(Actor.Officer officer, SubjectId person, Means means) {
        return new Filling(officer, person, means);
    }

    /** Whether the answers reach the form through an officer. */
    public boolean throughOfficer() {
        return actor instanceof Actor.Officer;
    }
}
