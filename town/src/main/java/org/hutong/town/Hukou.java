package org.hutong.town;

import java.util.ArrayList;
import java.util.List;

import org.hutong.kernel.RegionCode;

/** A place where people are registered together. */
final class Hukou {
    final RegionCode region;
    final String address;
    /** Within the city, so that the household is on file. */
    final boolean here;
    final boolean rural;
    final List<Figure> members = new ArrayList<>(4);

    Hukou(RegionCode region, String address, boolean here, boolean rural) {
        this.region = region;
        this.address = address;
        this.here = here;
        this.rural = rural;
    }

    void register(Figure figure) {
        if (figure.hukou != null) {
            figure.hukou.members.remove(figure);
        }
        figure.hukou = this;
        members.add(figure);
    }
}
