### National action plans and the road map.
### Keys of this file begin with plans-.
