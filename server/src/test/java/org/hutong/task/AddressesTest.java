package org.hutong.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class AddressesTest {

    @Test
    void housesAreCountedAsPeopleCountThem() {
        assertThat(Stream.of("和平路12号", "", "和平路3号", "和平路3号2幢", "安康里10号").sorted(WalkingOrder.OF_ADDRESSES))
                .containsExactly("和平路3号", "和平路3号2幢", "和平路12号", "安康里10号", "");
    }

    @Test
    void longNumbersAreNumbersToo() {
        assertThat(Stream.of("99999999999999999999号", "100000000000000000000号", "7号").sorted(WalkingOrder.OF_ADDRESSES))
                .containsExactly("7号", "99999999999999999999号", "100000000000000000000号");
    }

    @Test
    void whoStandsThereNeedsNoProvince() {
        List<String> places = List.of("江苏省", "南通市", "崇川区", "和平桥街道", "濠阳社区", "濠阳社区第一网格");
        assertThat(NearAddress.of("江苏省南通市崇川区和平桥街道濠阳社区东方小区6幢1单元604室", places)).isEqualTo("东方小区6幢1单元604室");
        assertThat(NearAddress.of("崇川区人民中路76号", places)).isEqualTo("人民中路76号");
        assertThat(NearAddress.of("老厂宿舍", places)).isEqualTo("老厂宿舍");
        assertThat(NearAddress.of("濠阳社区", places)).isEqualTo("濠阳社区");
    }
}
