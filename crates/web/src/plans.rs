//! National action plans and the road map.
